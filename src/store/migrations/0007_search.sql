-- What everyone may search, and what is still to be looked at for it. docs/storage.md explains every column.

CREATE TABLE searchable (
  id INTEGER PRIMARY KEY,
  record TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5(
  title, text, content = 'searchable', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

-- What is taken out of the index is overwritten, not only marked as gone.
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER searchable_inserted AFTER INSERT ON searchable
BEGIN INSERT INTO search (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text); END;

CREATE TRIGGER searchable_deleted AFTER DELETE ON searchable
BEGIN INSERT INTO search (search, rowid, title, text) VALUES ('delete', OLD.id, OLD.title, OLD.text); END;

CREATE TRIGGER searchable_updated AFTER UPDATE ON searchable
BEGIN
  INSERT INTO search (search, rowid, title, text) VALUES ('delete', OLD.id, OLD.title, OLD.text);
  INSERT INTO search (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
END;

CREATE TABLE search_due (record TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Records from before there was a search.
INSERT INTO search_due (record) SELECT id FROM records WHERE erased_at IS NULL;
