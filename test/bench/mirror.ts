import { startRig } from '../dev/mirror/rig.ts'
import type { Figure } from './index.ts'

const answers = {
  nom: 'Organisation exemple A',
  tel: '+221771234567',
  nombre: 120,
  jour: '2018-09-24',
  periode: '2018-10',
  heure: '14:30',
  region: 'SN01',
  themes: ['retour', 'enfants'],
  lieu: { lat: 14.7, lon: -17.4 },
  accord: true,
  acteurs: ['Ressource exemple', 'Experts exemple'],
  commentaire: 'Quelques phrases comme on en écrit dans une fiche.',
} as const

/** Calls of the Sheets API: a burst, the same again with nothing new, one edit in the middle. */
export async function mirrorFigures(): Promise<readonly Figure[]> {
  const rig = await startRig()
  const callsOf = async (act: () => Promise<unknown>) => {
    const before = rig.calls()
    await act()
    const after = rig.calls()
    return { reads: after.reads - before.reads, writes: after.writes - before.writes }
  }
  const layout = await callsOf(() => rig.run(true))
  for (let number = 1; number <= 1000; number++) rig.send(number, { ...answers, nombre: number })
  rig.wait(61_000)
  const bytes = rig.sheet.calls.bytesIn
  const burst = await callsOf(() => rig.settle())
  const sent = rig.sheet.calls.bytesIn - bytes
  const quiet = await callsOf(() => rig.run(true))
  rig.send(500, { ...answers, nombre: 501 })
  const edit = await callsOf(() => rig.settle())
  await rig.close()
  return [
    { what: 'laying out every tab, calls', value: layout.reads + layout.writes, unit: '', budget: null },
    {
      what: '1,000 records of 20 columns at once, calls',
      value: burst.reads + burst.writes,
      unit: '',
      budget: 2,
    },
    { what: 'the same by one append a record, calls', value: 1000, unit: '', budget: null },
    { what: 'bytes sent for them', value: Math.round(sent / 1024), unit: 'KB', budget: 2048 },
    { what: 'a pass when nothing changed, writes', value: quiet.writes, unit: '', budget: 0 },
    { what: 'one edit among 1,000 records, calls', value: edit.reads + edit.writes, unit: '', budget: 2 },
  ]
}
