// Shows what the server pushes, and opens the incident where somebody asks for it. Served as it is: a service worker has one address.
self.addEventListener('push', (event) => {
  const told = event.data?.json() ?? {};
  const { title = 'Vigil', severity = 'info', incidentId = null, url = null } = told;
  event.waitUntil(
    self.registration.showNotification(title, {
      icon: '/vigil.svg',
      tag: incidentId ?? undefined,
      requireInteraction: severity === 'critical',
      data: { url: url ?? (incidentId === null ? '/incidents' : `/incidents/${incidentId}`) },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.url));
});
