-- Personal links, published versions, what readers said of a draft, files. docs/storage.md explains every column.

CREATE TABLE links (
  id TEXT NOT NULL PRIMARY KEY,
  record TEXT NOT NULL,
  scope TEXT NOT NULL,
  holder TEXT NOT NULL,
  digest TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX links_by_record ON links (record);

CREATE TABLE versions (
  record TEXT NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  content TEXT NOT NULL,
  carried_at INTEGER,
  PRIMARY KEY (record, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX versions_to_carry ON versions (record) WHERE carried_at IS NULL;

-- What was published stays as it was; only the erasure of its record empties it.
CREATE TRIGGER versions_are_frozen BEFORE UPDATE OF record, number, at, content ON versions
WHEN NEW.record <> OLD.record OR NEW.number <> OLD.number OR NEW.at <> OLD.at
  OR (NEW.content <> OLD.content AND NEW.content <> '')
BEGIN SELECT RAISE(ABORT, 'a published version is frozen'); END;

CREATE TRIGGER versions_are_kept BEFORE DELETE ON versions
BEGIN SELECT RAISE(ABORT, 'a published version is kept'); END;

CREATE TABLE comments (
  id TEXT NOT NULL PRIMARY KEY,
  record TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  name TEXT NOT NULL,
  organisation TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX comments_by_record ON comments (record, at);

CREATE TABLE files (
  id TEXT NOT NULL PRIMARY KEY,
  record TEXT NOT NULL,
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX files_by_record ON files (record, version);
