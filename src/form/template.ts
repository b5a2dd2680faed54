const place = /\$\{(\w+)\}/g

/** The names of the fields that a template shows, each once. */
export const templateNames = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(place)].map(([, name = '']) => name)),
]

/**
 * A template with its answers filled in; a line whose fields are all empty is left out.
 * @param shown what a field's answer is called; '' when it is empty
 */
export const fillTemplate = (template: string, shown: (name: string) => string): string =>
  template
    .split('\n')
    .filter((line) => {
      const names = templateNames(line)
      return names.length === 0 || names.some((name) => shown(name) !== '')
    })
    .map((line) => line.replaceAll(place, (_, name: string) => shown(name)))
    .join('\n')
