/** Excel's limit of a tab's name. */
const longest = 31

/** Names that a workbook takes for its tabs: without what Excel refuses, no longer than it allows, none twice. */
export function tabNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const allowed =
      name
        .replace(/[[\]:*?/\\\p{C}]+/gu, ' ')
        .slice(0, longest)
        .replace(/^[\s']+|[\s']+$/g, '') || 'Feuille'
    let found = allowed
    for (let again = 2; taken.has(found.toLowerCase()); again += 1) {
      const ending = ` (${again})`
      found = allowed.slice(0, longest - ending.length) + ending
    }
    taken.add(found.toLowerCase())
    return found
  })
}
