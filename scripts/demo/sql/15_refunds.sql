-- Some order lines come back days later, most as a refund, a few as a purchase with a
-- negative value. 100 is added to the step that is refunded.
insert into steps
with thrown as (
    select
        steps.*,
        dice('refund', hash(person, session, step)) as refund_throw
    from steps
    where type_code = (select type_code('purchase'))
)

select
    * exclude (refund_throw)
    replace (
        step + 100 as step,
        if(
            face(refund_throw, 1) < 0.88,
            (select type_code('refund')),
            (select type_code('purchase'))
        ) as type_code,
        event_at
        + to_days(1 + pick(refund_throw, 2, 24))
        + to_seconds(pick(refund_throw, 3, 40000)) as event_at
    )
from thrown
where face(refund_throw, 0) < 0.06;
