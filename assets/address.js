// The first page is in index.html. An address that names another view gets a placeholder until the program has drawn
// it: when the page is opened, before anything is drawn, and when a link is followed before there is a program.
const FIRST_PAGE = ["", "#main", "#regions"];
function place() {
  document.documentElement.classList.toggle("is-elsewhere", !FIRST_PAGE.includes(location.hash));
}
place();
addEventListener("hashchange", place);
