-- What proves that events were not changed: docs/storage.md explains every column, decision 020 why.

-- Random, replaced when content is erased: a digest of what is gone can then no longer be guessed.
ALTER TABLE events ADD COLUMN salt TEXT NOT NULL DEFAULT '';
-- The event whose erasure took content away, by its sequence number.
ALTER TABLE events ADD COLUMN erased_by INTEGER;

UPDATE events SET salt = lower(hex(randomblob(16)));
-- Records erased before there was a chain: their last erasure answers for what is left of their events.
UPDATE events SET erased_by =
  (SELECT max(e.seq) FROM events e WHERE e.record = events.record AND e.type = 'record.erased')
WHERE type <> 'record.erased' AND record IN (SELECT id FROM records WHERE erased_at IS NOT NULL);

CREATE INDEX events_erased ON events (erased_by) WHERE erased_by IS NOT NULL;

CREATE TABLE seals (
  seq INTEGER PRIMARY KEY,
  content TEXT NOT NULL,
  at INTEGER NOT NULL,
  head TEXT NOT NULL
) STRICT;

CREATE TABLE erasures (
  by INTEGER NOT NULL,
  event INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (by, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE daily_heads (
  day TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL UNIQUE,
  head TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Without the first, REPLACE would delete and insert past every other trigger.
CREATE TRIGGER events_are_new BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE seq = NEW.seq OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an event is written once'); END;

-- What is written without salt, as by a Worker from before, is given some; every INSERT of ours brings it, a row cheaper.
CREATE TRIGGER events_are_salted AFTER INSERT ON events WHEN NEW.salt = ''
BEGIN UPDATE events SET salt = lower(hex(randomblob(16))) WHERE seq = NEW.seq; END;

CREATE TRIGGER events_are_kept BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'an event is kept'); END;

-- An erasure that is not sealed yet may take content away, and what is left is sealed with it.
CREATE TRIGGER events_stay BEFORE UPDATE ON events
WHEN NEW.seq <> OLD.seq OR NEW.id <> OLD.id OR NEW.type <> OLD.type OR NEW.at <> OLD.at
  OR NEW.record IS NOT OLD.record OR NEW.form IS NOT OLD.form OR NEW.revision IS NOT OLD.revision
  OR NEW.salt = OLD.salt OR length(NEW.salt) < 32
  OR (OLD.salt <> '' AND (NEW.erased_by IS NULL
    OR NOT EXISTS (SELECT 1 FROM events WHERE seq = NEW.erased_by
      AND (type LIKE '%.erased' OR type = 'consent.withdrawn'))
    OR EXISTS (SELECT 1 FROM seals WHERE seq = NEW.erased_by)))
BEGIN SELECT RAISE(ABORT, 'an event is changed by an erasure alone'); END;

CREATE TRIGGER seals_are_new BEFORE INSERT ON seals WHEN EXISTS (SELECT 1 FROM seals WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'a seal is set once'); END;
CREATE TRIGGER seals_stay BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'a seal stays'); END;
CREATE TRIGGER seals_are_kept BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'a seal is kept'); END;

CREATE TRIGGER erasures_are_new BEFORE INSERT ON erasures
WHEN EXISTS (SELECT 1 FROM erasures WHERE by = NEW.by AND event = NEW.event)
BEGIN SELECT RAISE(ABORT, 'an erasure is written once'); END;
CREATE TRIGGER erasures_stay BEFORE UPDATE ON erasures BEGIN SELECT RAISE(ABORT, 'an erasure stays'); END;
CREATE TRIGGER erasures_are_kept BEFORE DELETE ON erasures BEGIN SELECT RAISE(ABORT, 'an erasure is kept'); END;

CREATE TRIGGER daily_heads_are_new BEFORE INSERT ON daily_heads
WHEN EXISTS (SELECT 1 FROM daily_heads WHERE day = NEW.day OR seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'a head is noted once'); END;
CREATE TRIGGER daily_heads_stay BEFORE UPDATE ON daily_heads BEGIN SELECT RAISE(ABORT, 'a noted head stays'); END;
CREATE TRIGGER daily_heads_are_kept BEFORE DELETE ON daily_heads
BEGIN SELECT RAISE(ABORT, 'a noted head is kept'); END;
