import type { Field, Form } from './definition/index.ts'

/** Checks that what the map, a census, a campaign and the like are made of is there. */
export function checkCartography(
  form: Form,
  anywhere: (use: string, name: string) => Field,
  ofRecord: (use: string, name: string) => Field,
  refuse: (reason: string) => never,
): void {
  const { map, directory, census, campaign, likeness, advocacy, library, order } = form
  const all = (use: string, names: readonly (string | null)[]) => {
    for (const name of names) if (name !== null) ofRecord(use, name)
  }
  const states = (use: string, codes: readonly string[]) => {
    const unknown = codes.find((code) => !form.workflow.states.some((state) => state.code === code))
    if (unknown !== undefined) refuse(`${use} names no state: "${unknown}"`)
  }
  if (map) {
    all('map', [map.zones, map.organisation, map.whole.field, ...map.people])
    all(
      'map.filters',
      map.filters.flatMap(({ fields }) => fields),
    )
    const rows = ofRecord('map.zones', map.zones).fields
    for (const name of [map.region, map.department])
      if (!rows.some((field) => field.name === name)) refuse(`map names no field of its zones: "${name}"`)
  }
  if (directory) {
    const { name, acronym, aliases, networks, addresses, current, retired } = directory
    all('directory', [name, acronym, aliases, networks, addresses])
    states('directory', [...current, retired])
  }
  if (census) {
    const { member, prefill, ended, incomplete } = census
    if (ofRecord('census.member', member).reference === null) refuse('census.member refers to no form')
    all('census', [...Object.keys(prefill), ended.field, ended.rows.repeat])
    anywhere('census.ended', ended.rows.field)
    states('census', [...census.states, incomplete.from, incomplete.to])
  }
  if (campaign) {
    all('campaign', [campaign.form, campaign.networks, campaign.closing, campaign.message])
    states('campaign', campaign.open)
  }
  if (likeness) {
    all('likeness', [likeness.title, likeness.address, likeness.among, ...likeness.shows])
    states('likeness', [likeness.double])
  }
  if (advocacy) {
    const { theme, elements, message, addressee, carriers, due } = advocacy
    all('advocacy', [theme, elements.repeat, message, addressee, carriers, due])
    for (const name of [elements.text, elements.source]) anywhere('advocacy.elements', name)
  }
  if (library) {
    const { kind, level, source, date, url, summary, themes, items } = library
    all('library', [kind, level, source, date, url, summary, themes, items.repeat])
    if (anywhere('library.items', items.reference).reference === null)
      refuse('library.items.reference refers to no form')
  }
  if (order) {
    all('order', [order.terms])
    states('order', order.sent)
  }
}
