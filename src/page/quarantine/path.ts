/** Where the console has what waits to be checked. */
export const quarantinePath = '/coordination/quarantaine'
