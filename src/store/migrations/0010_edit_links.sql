-- Edit links that were renewed or ended by a coordinator. docs/storage.md explains every column.

CREATE TABLE edit_links (
  record TEXT NOT NULL PRIMARY KEY,
  generation INTEGER NOT NULL,
  digest TEXT NOT NULL,
  renewed_at INTEGER,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
