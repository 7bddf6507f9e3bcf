/** Hands the person a text file made on this page; nothing is sent anywhere. */
export function saveAsFile(name: string, text: string): void {
  saveFile(name, new Blob([text], { type: 'text/plain' }));
}

/** Hands the person a file that this page has got. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  saveFrom(address, name);
  URL.revokeObjectURL(address);
}

/** Has the browser fetch a file by itself, so that it need not fit into this page's memory. */
export function saveFrom(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
