// Numbers and how they are written.

/** The middle of several numbers; of none, nothing. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

export const milliseconds = (number) => `${number < 10 ? number.toFixed(2) : number < 100 ? number.toFixed(1) : number.toFixed(0)} ms`;

export const kibibytes = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;

export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

export const times = (ratio) => `${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)} x`;
