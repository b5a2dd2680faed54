import { randomFrom, uuidOf } from './random.ts'

export type Example = { readonly id: string; readonly answers: Readonly<Record<string, unknown>> }

const kinds = ['Association', 'Collectif', 'Fondation', 'Réseau', 'Union']
const causes = ['Retour', 'Passerelle', 'Horizon', 'Solidarité', 'Jeunesse', 'Diaspora', 'Accueil', 'Savoir']
const places = ['Casamance', 'Fleuve', 'Sahel', 'Teranga', 'Saloum', 'Ferlo', 'Niayes', 'Boundou']
const networks = [['pfongue'], ['ongis'], ['gt'], ['pfongue', 'ongis'], ['pfongue', 'gt']]

/** Made-up organisations of the directory, each marked as an example; the same ones for the same seed. */
export function exampleOrganisations(seed: number, count: number): readonly Example[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1
    const nom = `${random.one(kinds)} ${random.one(causes)} ${random.one(places)} (exemple ${number})`
    return {
      id: uuidOf(`organisation ${seed} ${number}`),
      answers: {
        nom,
        sigle: `EX${number}`,
        type: random.one(['21', '22', '23']),
        reseaux: random.one(networks),
        courriels_diffusion: [`contact${number}@exemple.example`],
      },
    }
  })
}
