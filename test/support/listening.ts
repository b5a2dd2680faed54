import type { AddressInfo, Server } from 'node:net'

/** Has a server listen on this machine alone; gives its port. */
export async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** A port that nothing listens on, for a program that has to be told one. */
export async function freePort(make: () => Server): Promise<number> {
  const server = make()
  const port = await listening(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}
