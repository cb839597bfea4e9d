import { readFileSync } from 'fs';
import { join } from 'path';
import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { parse } from 'yaml';
import { instruments } from './instruments';
import { Meters } from './Meters';

const folder = join(__dirname, '../../../../docs/operations');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

interface Panel {
  id: number;
  type: string;
  title: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets?: { expr: string }[];
}
interface Rule {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary: string; runbook_url: string };
}

/** Everything that is fed once, as Prometheus collects it: name → its labels. */
async function collected(): Promise<Map<string, Set<string>>> {
  const reader = new PeriodicExportingMetricReader({
    exporter: new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE),
    exportIntervalMillis: 3_600_000,
  });
  const provider = new MeterProvider({ readers: [reader] });
  const meters = new Meters(provider.getMeter('test'));
  meters.published('postgres', { published: 1, failed: 1, ms: 1 });
  meters.handled('audit', 'handled', 1);
  meters.sent('email', 1);
  meters.attempted('email', 'dead', 1);
  meters.readCache('detail', 'hit');
  meters.observeBreaker(() => false);
  meters.observe(async () => ({
    outbox: { unpublished: 1, oldestUnpublishedMs: 1 },
    failing: [{ subscriber: 'audit', events: 1 }],
    channels: [{ channel: 'email', states: { dead: 1 }, overdueMs: 1 }],
  }));
  const { resourceMetrics } = await reader.collect();
  await provider.shutdown();
  const text = new PrometheusSerializer().serialize(resourceMetrics);
  const names = new Map<string, Set<string>>();
  for (const [, name, labels] of text.matchAll(
    /^(changeguard_\w+)\{(.*)\}/gm,
  )) {
    const known = names.get(name) ?? new Set();
    for (const [, label] of labels.matchAll(/(\w+)="/g)) known.add(label);
    names.set(name, known);
  }
  return names;
}

/** Metrics of a query, and labels it selects or groups by. */
function partsOf(expr: string) {
  const metrics = new Set(
    expr.replace(/\bby \([^)]*\)/g, '').match(/\bchangeguard_\w+(?=[{[)])/g),
  );
  const braces = [...expr.matchAll(/\{([^}]*)\}/g)].flatMap(([, inside]) =>
    [...inside.matchAll(/(\w+)\s*(?:=~|!=|=)/g)].map(([, label]) => label),
  );
  const groups = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, inside]) =>
    inside.split(',').map(label => label.trim()),
  );
  return { metrics, labels: new Set([...braces, ...groups]) };
}

describe('what operators are handed', () => {
  let names: Map<string, Set<string>>;
  const dashboard = JSON.parse(read('grafana-dashboard.json')) as {
    uid: string;
    panels: Panel[];
  };
  const rules: Rule[] = parse(read('prometheus-alerts.yaml')).groups.flatMap(
    ({ rules: ofGroup }: { rules: Rule[] }) => ofGroup,
  );
  const panels = dashboard.panels.filter(({ type }) => type !== 'row');
  const queries = [
    ...panels.flatMap(({ title, targets = [] }) =>
      targets.map(({ expr }) => [title, expr] as const),
    ),
    ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ];

  beforeAll(async () => {
    names = await collected();
  });

  it('shows every metric, and lays no panel over another', () => {
    const shown = new Set(
      queries.flatMap(([, expr]) => [...partsOf(expr).metrics]),
    );
    const families = (all: Iterable<string>) =>
      new Set([...all].map(name => name.replace(/_(bucket|count|sum)$/, '')));
    expect(families(shown)).toEqual(families(names.keys()));
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const one of panels) {
      const over = panels.filter(
        ({ id, gridPos: g }) =>
          id !== one.id &&
          g.x < one.gridPos.x + one.gridPos.w &&
          one.gridPos.x < g.x + g.w &&
          g.y < one.gridPos.y + one.gridPos.h &&
          one.gridPos.y < g.y + g.h,
      );
      expect([one.title, over]).toEqual([one.title, []]);
    }
  });

  it.each(queries)(
    'asks in "%s" only for metrics and labels that there are',
    (_, expr) => {
      const { metrics, labels } = partsOf(expr);
      expect(metrics.size).toBeGreaterThan(0);
      const known = new Set(['le']);
      for (const metric of metrics) {
        expect([...names.keys()]).toContain(metric);
        names.get(metric)?.forEach(label => known.add(label));
      }
      expect([...known]).toEqual(expect.arrayContaining([...labels]));
    },
  );

  it.each(rules)('says what to do about $alert', ({ alert, ...rule }) => {
    expect(rule.for).toMatch(/^\d+m$/);
    expect(['page', 'ticket']).toContain(rule.labels.severity);
    expect(rule.annotations.runbook_url).toBe(
      `https://runbooks.example.com/changeguard/README.md#${alert.toLowerCase()}`,
    );
    expect(read('README.md')).toContain(`\n### ${alert}\n`);
  });

  it('describes every metric as it is', () => {
    const described = [
      ...read('README.md').matchAll(
        /^\| `(changeguard\.[\w.]+)`\s*\| (\w+)\s*\| `([^`]+)`\s*\|([^|]*)\|([^|]*)\|$/gm,
      ),
    ].map(([, name, kind, unit, attributes, description]) => ({
      name,
      kind,
      unit,
      attributes: [...attributes.matchAll(/`([\w.]+)`/g)].map(([, a]) => a),
      description: description.trim(),
    }));
    expect(described).toEqual(Object.values(instruments));
  });
});
