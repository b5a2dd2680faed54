/** What happens in one run of the comparison. Times are milliseconds from its beginning. Pure, by its seed. */

export type Answers = {
  readonly nom: string
  readonly tel: string
  readonly nombre: number
  readonly commentaire: string
}

/** The columns of the answers, as everyone's header row calls them. */
export const labels: Readonly<Record<keyof Answers, string>> = {
  nom: 'Nom',
  tel: 'Téléphone',
  nombre: 'Nombre',
  commentaire: 'Commentaire',
}

/** A record as a member sends it in, or sends it again with other answers. */
export type Sent = {
  readonly number: number
  readonly reference: string
  readonly revision: number
  readonly answers: Answers
}

/** What the coordinator does in the sheet. She goes by what she sees: headings, references. */
export type Edit =
  | { readonly act: 'sort'; readonly label: string; readonly order: 'ascending' | 'descending' }
  | { readonly act: 'note'; readonly reference: string; readonly text: string }
  | { readonly act: 'own column'; readonly label: string; readonly after: string }
  | { readonly act: 'own row'; readonly text: string }
  | { readonly act: 'filter' | 'hide column'; readonly label: string }
  | { readonly act: 'show all' }
  | { readonly act: 'rename tab'; readonly title: string }

export type Moment =
  | { readonly at: number; readonly kind: 'sent'; readonly sent: Sent }
  | { readonly at: number; readonly kind: 'edit'; readonly edit: Edit }

/** Numbers from 0 to 1 that only depend on the seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const towns = ['Dakar', 'Kolda', 'Thiès', 'Matam', 'Podor', 'Saint-Louis', 'Tambacounda', 'Ziguinchor']

function sentOf(number: number, revision: number): Sent {
  const padded = String(number).padStart(4, '0')
  const town = towns[(number * 5) % towns.length]
  return {
    number,
    reference: `ES-${padded}`,
    revision,
    answers: {
      nom: `Association de ${town} ${padded}${revision === 1 ? '' : `, antenne ${revision}`}`,
      tel: `téléphone ${padded}-${revision}`,
      nombre: ((number * 37) % 100) * 10_000 + number * 10 + revision,
      commentaire: `Version ${revision} de la fiche ${padded}`,
    },
  }
}

const bursts = 10
const perBurst = 6
/** Sparse enough that no one comes near Google's 60 calls a minute by the log alone. */
export const betweenBursts = 40_000
export const firstBurst = 20_000

/** 60 records, six at a time within three seconds, and 25 revisions of earlier ones among them. */
function members(random: () => number): readonly Moment[] {
  const revisions = new Map<number, number>()
  const moments: Moment[] = []
  const send = (burst: number, number: number) => {
    const revision = (revisions.get(number) ?? 0) + 1
    revisions.set(number, revision)
    const at = firstBurst + burst * betweenBursts + Math.floor(random() * 3000)
    moments.push({ at, kind: 'sent', sent: sentOf(number, revision) })
  }
  for (let burst = 0; burst < bursts; burst += 1) {
    for (let one = 1; one <= perBurst; one += 1) send(burst, burst * perBurst + one)
    const revised = new Set<number>()
    const wanted = burst === 0 ? 0 : burst < 3 ? 2 : 3
    while (revised.size < wanted) revised.add(1 + Math.floor(random() * burst * perBurst))
    for (const number of revised) send(burst, number)
  }
  return moments
}

const edit = (at: number, what: Edit): Moment => ({ at, kind: 'edit', edit: what })

/** A note beside each of 30 records, one or two bursts after it was sent; sorts, some amid a burst. */
function coordinator(random: () => number): readonly Moment[] {
  const inBurst = (burst: number, offset: number) => firstBurst + burst * betweenBursts + offset
  const sort = (at: number, label: string, order: 'ascending' | 'descending') =>
    edit(at, { act: 'sort', label, order })
  const notes = Array.from({ length: 30 }, (_, index) => {
    const { reference } = sentOf(index * 2 + 1, 1)
    const burst = Math.ceil((index * 2 + 2) / perBurst) + (index % 2)
    const at = inBurst(burst, Math.floor(random() * betweenBursts))
    return edit(at, { act: 'note', reference, text: `À rappeler : ${reference}` })
  })
  return [
    ...notes,
    sort(inBurst(1, 2_500), labels.nom, 'descending'),
    edit(inBurst(2, 20_000), { act: 'hide column', label: labels.tel }),
    sort(inBurst(3, 3_200), labels.nombre, 'ascending'),
    edit(inBurst(4, 15_000), { act: 'own row', text: 'Fiches à revoir en réunion' }),
    sort(inBurst(5, 1_800), labels.nom, 'ascending'),
    edit(inBurst(5, 25_000), { act: 'own column', label: 'Avis', after: labels.nom }),
    edit(inBurst(6, 30_000), { act: 'filter', label: labels.nom }),
    sort(inBurst(7, 2_900), labels.commentaire, 'descending'),
    edit(inBurst(7, 30_000), { act: 'show all' }),
    sort(inBurst(8, 4_100), labels.nombre, 'descending'),
    sort(inBurst(9, 2_200), labels.nom, 'ascending'),
  ]
}

/** Which of the troubles a run has. */
export type Scenario = {
  readonly title: string
  readonly faults: boolean
  readonly edits: boolean
  readonly rename: boolean
}

/** So long after the last submission the sheet is judged: whoever means to try again has done so. */
export const quiet = 300_000

/** The moments of a scenario, in order: the members' are the same in all of them. */
export function logOf({ edits, rename }: Scenario, seed: number): readonly Moment[] {
  const renaming = edit(firstBurst + 7.5 * betweenBursts, { act: 'rename tab', title: 'Fiches 2018' })
  const moments = [
    ...members(chance(seed)),
    ...(edits ? coordinator(chance(seed + 1)) : []),
    ...(rename ? [renaming] : []),
  ]
  return moments.toSorted((one, other) => one.at - other.at)
}
