-- What was sent in, and is to be looked at before it becomes a record. docs/storage.md explains every column.

CREATE TABLE doubtful (
  id TEXT NOT NULL PRIMARY KEY,
  form TEXT NOT NULL,
  answers TEXT NOT NULL,
  digest TEXT NOT NULL,
  locale TEXT NOT NULL,
  reasons TEXT NOT NULL,
  at INTEGER NOT NULL,
  rejected_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX doubtful_by_form ON doubtful (form, at);
CREATE INDEX doubtful_rejected ON doubtful (rejected_at) WHERE rejected_at IS NOT NULL;
