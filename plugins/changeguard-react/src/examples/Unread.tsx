import { useNotifications, useUnreadCount } from '../index';

export const Unread = () => {
  const unread = useUnreadCount();
  const { items, markRead } = useNotifications({ unread: true, limit: 5 });
  return (
    <>
      <p>{unread.value} unread</p>
      {items.map(({ id, title, link }) => (
        <a key={id} href={link} onClick={() => markRead(id)}>
          {title}
        </a>
      ))}
    </>
  );
};
