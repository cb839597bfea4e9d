import { useSchemaChange } from '../index';

export const OverdueBadge = (props: { changeId: string }) => {
  const { value } = useSchemaChange(props.changeId);
  if (!value) return null;
  return <span>{value.flags.overdue ? 'Overdue' : 'On time'}</span>;
};
