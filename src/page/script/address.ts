// The key of a personal link leaves the address bar, and the browser's history, once the page is open: the browser
// holds it as a cookie (decision 021). One that takes no cookies needs it where it is.
if (navigator.cookieEnabled) {
  const address = new URL(location.href)
  address.searchParams.delete('cle')
  history.replaceState(history.state, '', address)
}
