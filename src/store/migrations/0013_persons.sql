-- Erasing a person, or what had its time, from what was published; consents. docs/storage.md explains every column.

ALTER TABLE versions ADD COLUMN redacted_at INTEGER;

-- What was published stays as it was: the erasure of its record empties it, that of a person or of what had
-- its time takes that out of it and says when.
DROP TRIGGER versions_are_frozen;
CREATE TRIGGER versions_are_frozen BEFORE UPDATE OF record, number, at, content ON versions
WHEN NEW.record <> OLD.record OR NEW.number <> OLD.number OR NEW.at <> OLD.at
  OR (NEW.content <> OLD.content AND NEW.content <> ''
    AND coalesce(NEW.redacted_at, 0) <= coalesce(OLD.redacted_at, 0))
BEGIN SELECT RAISE(ABORT, 'a published version is frozen'); END;

-- What people agreed to, when, on reading what, and until when.
CREATE TABLE consents (
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  purposes TEXT NOT NULL,
  wording TEXT NOT NULL,
  given_by TEXT NOT NULL,
  source TEXT NOT NULL,
  settings INTEGER NOT NULL,
  withdrawn_at INTEGER,
  PRIMARY KEY (record, field, given_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE wordings (digest TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
