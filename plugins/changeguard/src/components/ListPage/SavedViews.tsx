import { useTexts } from '../../hooks/useTexts';
import { ViewToggle } from '../ViewToggle/ViewToggle';
import { SavedView } from './filters';

/** The selections everybody needs, one click away. */
export const SavedViews = (props: {
  view: SavedView | null;
  onChange: (view: SavedView | null) => void;
}) => {
  const { view, onChange } = props;
  const t = useTexts();

  return (
    <ViewToggle<SavedView | 'all'>
      label={t('list.views')}
      views={{
        all: t('list.all'),
        mine: t('list.mine'),
        affecting: t('list.affecting'),
        overdue: t('list.overdue'),
      }}
      view={view ?? 'all'}
      onView={chosen => onChange(chosen === 'all' ? null : chosen)}
    />
  );
};
