-- What a mailing list needs beside an address. docs/storage.md explains every column.

ALTER TABLE endpoints ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
ALTER TABLE endpoints ADD COLUMN credentials TEXT;
