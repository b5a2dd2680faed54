import type { Block } from '../../document/index.ts'
import { formatNumber } from '../../form/numbers.ts'
import type { AnswerFigures } from '../answers.ts'
import { emptyRegions, type ProjectFigures } from '../projects.ts'
import { heading, listed, paragraph, saidOf, sentences, titled } from './french.ts'

/** Where the projects are, what they are about and for whom; nothing is said of a choice that none has. */
export function projectBlocks(figures: ProjectFigures): readonly Block[] {
  const { shown, whole, withheld, regions, breakdowns, people } = figures
  const empty = emptyRegions(figures).map(({ label }) => label.fr)
  return [
    heading('Projets'),
    ...sentences(
      saidOf(shown, {
        none: 'Aucun projet n’est publié.',
        one: '{n} projet est publié.',
        many: '{n} projets sont publiés.',
      }),
      saidOf(whole, {
        none: '',
        one: '{n} projet couvre tout le pays et compte dans chaque région.',
        many: '{n} projets couvrent tout le pays et comptent dans chaque région.',
      }),
      saidOf(withheld, {
        none: '',
        one: '{n} fiche que son auteur ne montre pas à tous compte par région, et nulle part ailleurs.',
        many: '{n} fiches que leurs auteurs ne montrent pas à tous comptent par région, et nulle part ailleurs.',
      }),
    ),
    ...people
      .filter(({ given }) => given > 0)
      .map(({ field, sum, given }) =>
        paragraph(
          saidOf(given, {
            none: '',
            one: `${formatNumber(sum, 'fr')} ({n} fiche le dit)`,
            many: `${formatNumber(sum, 'fr')} ({n} fiches le disent)`,
          }),
          field.label.fr,
        ),
      ),
    ...(shown + withheld === 0
      ? []
      : titled(
          'Projets par région',
          ['Région', 'Projets'],
          regions
            .filter(({ count }) => count > 0)
            .map(({ choice, count }) => [choice.label.fr, formatNumber(count, 'fr')]),
        )),
    ...sentences(
      saidOf(empty.length, {
        none: 'Il y a au moins un projet dans chaque région.',
        one: `Aucun projet n’est recensé dans {n} région : ${listed(empty)}.`,
        many: `Aucun projet n’est recensé dans {n} régions : ${listed(empty)}.`,
      }),
    ),
    ...breakdowns.flatMap(({ filter, counts }) =>
      titled(
        `Projets par ${filter.label.fr.toLocaleLowerCase('fr')}`,
        [filter.label.fr, 'Projets'],
        counts
          .filter(({ count }) => count > 0)
          .map(({ choice, count }) => [choice.label.fr, formatNumber(count, 'fr')]),
      ),
    ),
  ]
}

/** How many members of the directory have a published record. */
export const answerBlocks = ({ members, answered, networks }: AnswerFigures): readonly Block[] => [
  heading('Réponses par réseau'),
  ...sentences(
    members === 0
      ? 'L’annuaire ne compte encore aucune organisation.'
      : saidOf(answered, {
          none: `Aucune organisation de l’annuaire, qui en compte ${formatNumber(members, 'fr')}, n’a de fiche publiée.`,
          one: `{n} organisation sur ${formatNumber(members, 'fr')} dans l’annuaire a au moins une fiche publiée.`,
          many: `{n} organisations sur ${formatNumber(members, 'fr')} dans l’annuaire ont au moins une fiche publiée.`,
        }),
  ),
  ...titled(
    'Organisations par réseau',
    ['Réseau', 'Organisations', 'Avec une fiche publiée'],
    networks
      .filter((network) => network.members > 0)
      .map((network) => [
        network.choice?.label.fr ?? 'Réseau non renseigné',
        formatNumber(network.members, 'fr'),
        formatNumber(network.answered, 'fr'),
      ]),
  ),
]
