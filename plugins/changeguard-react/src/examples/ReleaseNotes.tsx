import { ChangeSummary } from '../index';

export const ReleaseNotes = (props: { changeId: string }) => (
  <section>
    <h3>This release ships</h3>
    <ChangeSummary id={props.changeId} />
  </section>
);
