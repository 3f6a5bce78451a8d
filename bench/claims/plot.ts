import { binTrials, expectedError, type Trial } from './calibration.ts';

const size = 320;
const margin = 44;
const inner = size - 2 * margin;

/** Draw a reliability plot as SVG: stated confidence across, share right upwards, the area of a dot by the number of claims. */
export function drawReliability(trials: readonly Trial[]): string {
  const filled = binTrials(trials).filter(({ count }) => count > 0);
  const most = Math.max(1, ...filled.map(({ count }) => count));
  const x = (share: number) => (margin + share * inner).toFixed(1);
  const y = (share: number) => (size - margin - share * inner).toFixed(1);
  const dots = filled.map(({ count, confidence, right }) => {
    const radius = (3 + 9 * Math.sqrt(count / most)).toFixed(1);
    const title = `${count} claims: said ${confidence.toFixed(2)}, right ${right.toFixed(2)}`;
    return `<circle cx="${x(confidence)}" cy="${y(right)}" r="${radius}"><title>${title}</title></circle>`;
  });
  const marks = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    `<text x="${x(share)}" y="${size - margin + 16}" text-anchor="middle">${share}</text>`,
    `<text x="${margin - 8}" y="${Number(y(share)) + 4}" text-anchor="end">${share}</text>`,
  ]);
  const caption = `${trials.length} claims, expected calibration error ${expectedError(trials).toFixed(3)}`;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${caption}" font-family="sans-serif" font-size="11">`,
    `<rect width="${size}" height="${size}" fill="#fff"/>`,
    `<rect x="${margin}" y="${margin}" width="${inner}" height="${inner}" fill="none" stroke="#888"/>`,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#888" stroke-dasharray="4 4"/>`,
    `<g fill="#1f5a8c" fill-opacity="0.8">${dots.join('')}</g>`,
    ...marks,
    `<text x="${size / 2}" y="${size - 8}" text-anchor="middle">stated confidence</text>`,
    `<text x="14" y="${size / 2}" text-anchor="middle" transform="rotate(-90 14 ${size / 2})">share right</text>`,
    `<text x="${size / 2}" y="24" text-anchor="middle">${caption}</text>`,
    '</svg>',
  ].join('\n')}\n`;
}
