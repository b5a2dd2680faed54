-- Webhook endpoints, what each is owed, and every attempt made. docs/storage.md explains every column.

CREATE TABLE endpoints (
  id TEXT NOT NULL PRIMARY KEY,
  url TEXT NOT NULL,
  description TEXT NOT NULL,
  format TEXT NOT NULL,
  events TEXT NOT NULL,
  forms TEXT NOT NULL,
  secrets TEXT NOT NULL,
  state TEXT NOT NULL,
  disabled_reason TEXT,
  failing_since INTEGER,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- next_attempt_at: when it is due while 'waiting', when the lease ends while 'sending', NULL once settled.
CREATE TABLE deliveries (
  endpoint TEXT NOT NULL,
  event INTEGER NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  next_attempt_at INTEGER,
  PRIMARY KEY (endpoint, event)
) STRICT, WITHOUT ROWID;

CREATE INDEX deliveries_due ON deliveries (endpoint, next_attempt_at) WHERE next_attempt_at IS NOT NULL;

CREATE TABLE attempts (
  endpoint TEXT NOT NULL,
  event INTEGER NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  duration INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  status INTEGER,
  error TEXT,
  response TEXT NOT NULL,
  PRIMARY KEY (endpoint, event, number)
) STRICT, WITHOUT ROWID;
