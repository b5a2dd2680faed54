import { answerFigures, askedOf, givenInPublic } from '../../figures/index.ts'
import type { Catalogue } from '../../form/definition/index.ts'
import type { Mention } from '../../store/board-figures.ts'
import type { Sketch } from '../../store/sketches.ts'
import { type BoardRow, boardKey } from './board.ts'
import { joined } from './shown.ts'

const rubric = 'Réponses par réseau'

/**
 * How many members of each network have a published record, as the public page counts them, and beside it how many sent
 * any, in whichever state.
 */
export const answerRows = (
  catalogue: Catalogue,
  sketches: readonly Sketch[],
  mentions: readonly Mention[],
): readonly BoardRow[] =>
  askedOf(catalogue).flatMap((asked) => {
    const { form, member, directory } = asked
    const live = (id: string) => sketches.filter((one) => one.form === id)
    const sent = mentions
      .filter((mention) => mention.form === form.id && mention.field === member)
      .map(({ answer }) => answer)
    const count = (given: readonly string[]) =>
      answerFigures(asked, catalogue.lists, live(directory.id), given)
    const [inPublic, inAll] = [count(givenInPublic(asked, live(form.id))), count(sent)]
    const row = (
      key: string | null,
      label: string,
      answered: number,
      sentBy: number,
      members: number,
    ): BoardRow => ({
      key: boardKey('network', form.id, ...(key === null ? [] : [key])),
      cells: [
        rubric,
        `${directory.sheet.tab} — ${label}`,
        answered,
        joined([`sur ${members}`, `ont répondu (tous statuts)\u00a0: ${sentBy}`]),
      ],
    })
    return [
      ...inPublic.networks.map(({ choice, answered, members }, at) =>
        row(
          choice?.code ?? '?',
          choice?.label.fr ?? 'Réseau non renseigné',
          answered,
          inAll.networks[at]?.answered ?? 0,
          members,
        ),
      ),
      row(null, 'en tout', inPublic.answered, inAll.answered, inPublic.members),
    ]
  })
