import type { Catalogue } from '../src/form/definition/index.ts'
import { defineCatalogue } from '../src/form/index.ts'
import { action } from './action.ts'
import { campagne } from './campagne.ts'
import { commande } from './commande.ts'
import { compteRendu } from './compte-rendu.ts'
import { document } from './document.ts'
import { ficheProjet } from './fiche-projet.ts'
import { group } from './group.ts'
import { lists } from './lists/index.ts'
import { organisation } from './organisation.ts'
import { outil } from './outil.ts'
import { plaidoyer } from './plaidoyer.ts'
import { presence } from './presence.ts'
import { terme } from './terme.ts'

/** Every form of the group, in the order in which pages and tabs show them. */
export const catalogue: Catalogue = defineCatalogue(
  [
    ficheProjet,
    action,
    presence,
    compteRendu,
    outil,
    plaidoyer,
    organisation,
    terme,
    document,
    campagne,
    commande,
  ],
  lists,
  group,
)
