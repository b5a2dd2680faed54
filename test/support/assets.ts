import { env } from 'cloudflare:workers'

declare global {
  namespace Cloudflare {
    interface Env {
      readonly ASSETS: Fetcher
    }
  }
}

/** A stylesheet or a script as it is served beside the Worker. */
export const served = ({ path }: { readonly path: string }): Promise<Response> =>
  env.ASSETS.fetch(`http://recueil.test${path}`)

export const bodyOf = async (asset: { readonly path: string }): Promise<string> =>
  (await served(asset)).text()
