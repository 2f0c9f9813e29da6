-- What was written, for whoever asked for it.
select
    (select count(*) from arrivals) as events,
    (select count(*) from people where has_profile) as customers,
    (select count(*) from subscriptions) as subscriptions;
