import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { AuditFilters, toAuditQuery } from '../auditFilters';
import { ExportFormat, ExportRun } from './ExportRun';
import { saveFile } from './saveFile';

/** How far an export has come, and how it ended. */
export interface ExportState {
  phase: 'asking' | 'running' | 'stopped' | 'broken' | 'done';
  /** Bytes so far. */
  size: number;
  file?: string;
  error?: Error;
  resumable?: boolean;
}

/** Exports what matches the filters to a file; can be stopped, and resumed when it broke off. Leaving the page stops it. */
export function useExport(filters: AuditFilters) {
  const fetchApi = useApi(fetchApiRef);
  const t = useTexts();
  const run = useRef<{ format: ExportFormat; it: ExportRun }>();
  const running = useRef<AbortController>();
  const [state, setState] = useState<ExportState>({ phase: 'asking', size: 0 });
  useEffect(() => () => running.current?.abort(), []);

  const goOn = async () => {
    if (!run.current) return;
    const { format, it } = run.current;
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const settle = (next: Omit<ExportState, 'size'>) => {
      if (!signal.aborted) setState({ size: it.size, ...next });
    };
    const breakOff = (error: Error) =>
      settle({ phase: 'broken', error, resumable: it.isResumable });
    settle({ phase: 'running' });
    try {
      const isWhole = await it.fetch({
        signal,
        onProgress: () => settle({ phase: 'running' }),
      });
      if (signal.aborted) return;
      if (!isWhole) {
        breakOff(new Error(t('audit.export.cut')));
        return;
      }
      const file = `changeguard-audit-${new Date()
        .toISOString()
        .slice(0, 10)}.${format}`;
      saveFile(it.toBlob(), file);
      settle({ phase: 'done', file });
    } catch (error) {
      breakOff(error as Error);
    }
  };

  return {
    state,
    start: (format: ExportFormat) => {
      const query = toAuditQuery(filters);
      run.current = {
        format,
        it: new ExportRun({ fetchApi }, { format, query }),
      };
      return goOn();
    },
    resume: goOn,
    stop: () => {
      running.current?.abort();
      setState(({ size }) => ({ phase: 'stopped', size }));
    },
  };
}
