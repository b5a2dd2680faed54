-- Who was asked in which campaign. docs/storage.md explains every column.

CREATE TABLE invitations (
  campaign TEXT NOT NULL,
  member TEXT NOT NULL,
  link TEXT NOT NULL,
  invited_at INTEGER NOT NULL,
  opened_at INTEGER,
  PRIMARY KEY (campaign, member)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX invitations_by_link ON invitations (link);

-- Records that look alike and are not about the same thing.
CREATE TABLE distinct_records (
  form TEXT NOT NULL,
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (form, one, other)
) STRICT, WITHOUT ROWID;
