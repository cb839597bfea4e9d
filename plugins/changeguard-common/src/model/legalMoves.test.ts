import { legalMoves } from './legalMoves';
import { changeStatuses } from './schemaChange';

describe('legalMoves', () => {
  it('lets a change be announced, released and resolved, and re-opened', () => {
    expect(legalMoves('draft')).toContain('announced');
    expect(legalMoves('announced')).toContain('released');
    expect(legalMoves('released')).toEqual(['resolved']);
    expect(legalMoves('resolved')).toEqual(['announced']);
  });

  it('leads nowhere from withdrawn, and nowhere back to draft', () => {
    expect(legalMoves('withdrawn')).toEqual([]);
    for (const status of changeStatuses) {
      expect(legalMoves(status)).not.toContain('draft');
      expect(legalMoves(status)).not.toContain(status);
    }
  });
});
