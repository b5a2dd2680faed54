-- Whether what is over is erased, and the log of deliveries by age. docs/storage.md explains every column.

CREATE TABLE retention (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  started_at INTEGER NOT NULL,
  started_by TEXT NOT NULL
) STRICT;

CREATE INDEX attempts_answered ON attempts (at) WHERE response <> '';
