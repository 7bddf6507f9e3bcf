// Pieces of the page that change by themselves are fetched again, already written as HTML by the server.
const EVERY_MS = 1000;

async function refresh(piece) {
  const answer = await fetch(piece.dataset.refresh, { headers: { accept: "text/html" } });
  if (answer.ok) {
    const html = await answer.text();
    // Replacing equal content would take the focus away from a button inside.
    if (html !== piece.dataset.last) {
      piece.dataset.last = html;
      if (!piece.contains(document.activeElement)) piece.innerHTML = html;
    }
  }
}

for (const piece of document.querySelectorAll("[data-refresh]")) {
  setInterval(() => document.hidden || refresh(piece).catch(() => {}), EVERY_MS);
}
