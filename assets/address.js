// The first page is in index.html. An address that names another view gets a placeholder until the program has drawn it.
// This runs before anything is drawn, unlike boot.js.
if (location.hash.length > 1) document.documentElement.classList.add("is-elsewhere");
