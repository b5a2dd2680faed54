-- Rows that the coordinator took out of the sheet. docs/storage.md explains every column.

CREATE TABLE sheet_withdrawn (
  tab TEXT NOT NULL,
  row TEXT NOT NULL,
  record TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (tab, row)
) STRICT, WITHOUT ROWID;

-- What happened in the sheet, without a row more for all that happens elsewhere.
CREATE INDEX events_of_sheet ON events (seq) WHERE type >= 'sheet.' AND type < 'sheet/';
