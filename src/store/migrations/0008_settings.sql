-- What the coordination sets for the group without a deployment. docs/storage.md explains every column.

CREATE TABLE settings (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL,
  value TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL
) STRICT;

CREATE INDEX events_of_settings ON events (seq) WHERE type = 'settings.changed';
