/** The initials of a name, in its order: "Awa Diop" is "A. D.", "Marie-Louise Sarr" is "M.-L. S.". */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) =>
      word
        .split('-')
        .flatMap((part) => /\p{L}/u.exec(part)?.[0] ?? [])
        // In capitals some letters are two.
        .map((letter) => `${[...letter.toLocaleUpperCase('fr')][0]}.`)
        .join('-'),
    )
    .filter((word) => word !== '')
    .join(' ')
