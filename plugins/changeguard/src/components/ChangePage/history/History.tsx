import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Typography from '@material-ui/core/Typography';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { useTexts } from '../../../hooks/useTexts';
import { HistoryList } from './HistoryList';

/** What happened to a change, folded away until somebody wants to know. */
export const History = (props: { changeId: string }) => {
  const t = useTexts();

  return (
    <Accordion TransitionProps={{ unmountOnExit: true }}>
      <AccordionSummary
        expandIcon={<ExpandMoreIcon />}
        id="changeguard-history"
        aria-controls="changeguard-history-content"
      >
        <Typography variant="h6" component="h3">
          {t('changePage.history.title')}
        </Typography>
      </AccordionSummary>
      <AccordionDetails>
        <HistoryList changeId={props.changeId} />
      </AccordionDetails>
    </Accordion>
  );
};
