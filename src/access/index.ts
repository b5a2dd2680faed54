export { refuseCrossSite } from './cross-site.ts'
export { protect } from './headers.ts'
export { identify, requireCoordinator } from './identity.ts'
export { apiLocale, chooseLocale } from './locale.ts'
