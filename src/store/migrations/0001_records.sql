-- Records, their history, and what the sheet still has to show. docs/storage.md explains every column.

CREATE TABLE records (
  id TEXT NOT NULL PRIMARY KEY,
  form TEXT NOT NULL,
  number INTEGER NOT NULL,
  status TEXT NOT NULL,
  revision INTEGER NOT NULL,
  answers TEXT NOT NULL,
  coordination TEXT NOT NULL,
  locale TEXT NOT NULL,
  accepted_digest TEXT NOT NULL,
  key_digest TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  erased_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX records_by_number ON records (form, number);

CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  record TEXT,
  form TEXT,
  revision INTEGER,
  actor TEXT NOT NULL,
  payload TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;

CREATE INDEX events_by_record ON events (record, seq);

CREATE TABLE sheet_due (
  record TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
