-- Whether what is over is erased, and the log of deliveries by age. docs/storage.md explains every column.

CREATE TABLE retention (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  started_at INTEGER NOT NULL,
  started_by TEXT NOT NULL
) STRICT;

CREATE INDEX attempts_answered ON attempts (at) WHERE response <> '';

-- What was published stays as it was: the erasure of its record empties it, and what goes of a record whose time for it
-- is over goes of its versions in the same batch.
DROP TRIGGER versions_are_frozen;
CREATE TRIGGER versions_are_frozen BEFORE UPDATE OF record, number, at, content ON versions
WHEN NEW.record <> OLD.record OR NEW.number <> OLD.number OR NEW.at <> OLD.at
  OR (NEW.content <> OLD.content AND NEW.content <> '' AND coalesce(
    (SELECT type FROM events WHERE record = OLD.record ORDER BY seq DESC LIMIT 1), '') <> 'record.reduced')
BEGIN SELECT RAISE(ABORT, 'a published version is frozen'); END;
