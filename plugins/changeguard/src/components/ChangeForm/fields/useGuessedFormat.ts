import { SchemaFormat } from '@changeguard/backstage-plugin-changeguard-common';
import { useEffect, useRef, useState } from 'react';
import { useCatalogEntity } from '../../../hooks/useCatalogEntity';
import { guessFormat } from '../guessFormat';
import { ChangeFormState } from '../useChangeForm';

/**
 * Fills the format in from the entity's type, once per entity that is chosen here, and never over what the person chose.
 */
export function useGuessedFormat(form: ChangeFormState) {
  const { values, set, suggest, base, restoredFrom } = form;
  const { value: entity } = useCatalogEntity(values.entityRef);
  const [chosen, setChosen] = useState(
    base !== null || restoredFrom !== undefined,
  );
  const guessedFor = useRef<string>();

  useEffect(() => {
    if (!entity || chosen || guessedFor.current === values.entityRef) return;
    guessedFor.current = values.entityRef;
    const guess = guessFormat(entity);
    if (guess !== values.format) suggest('format', guess);
  }, [entity, chosen, values.entityRef, values.format, suggest]);

  return {
    isGuessed: Boolean(entity) && !chosen && values.format !== 'other',
    choose: (format: SchemaFormat) => {
      setChosen(true);
      set('format', format);
    },
  };
}
