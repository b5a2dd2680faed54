import { expect, test } from 'vitest'
import { auditFrom, beginning, keepChain } from '../../src/audit/index.ts'
import { migrated, openDatabase } from '../support/d1.ts'

const now = Date.UTC(2018, 8, 24, 10)

test('a log from before there was a chain is sealed as it is then, its erasures included', async () => {
  const before = migrated(undefined, '0000', '0008')
  before.exec(`
    INSERT INTO records VALUES ('r1', 'terme', 1, 'propose', 2, '{}', '{}', 'fr', '', '', 0, 0, ${now});
    INSERT INTO records VALUES ('r2', 'terme', 2, 'propose', 1, '{}', '{}', 'fr', '', '', 0, 0, NULL);
    INSERT INTO events (id, type, at, record, actor, payload, detail) VALUES
      ('evt_1', 'record.accepted', 1, 'r1', '{}', '{}', '{}'),
      ('evt_2', 'record.accepted', 2, 'r2', '{}', '{}', '{"answers":{}}'),
      ('evt_3', 'record.erased', 3, 'r1', '{}', '{}', '{}'),
      ('evt_4', 'endpoint.test', 4, NULL, '{}', '{}', '{}');`)
  const { db, sqlite } = openDatabase(migrated(before, '0008'))
  const salts = sqlite.prepare('SELECT salt FROM events').all()
  expect(new Set(salts.map(({ salt }) => String(salt).length === 32 && salt)).size).toBe(4)
  await keepChain(db, now)
  expect(await auditFrom(db, beginning, 100, now)).toMatchObject({
    events: 4,
    waiting: 0,
    blanked: 1,
    reached: { seq: 4 },
    faults: [],
  })
})
