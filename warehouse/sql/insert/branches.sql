insert into core.branches by name
select
    unnest($plan_key::varchar[]) as plan_key,
    unnest($kind::varchar[]) as kind,
    unnest($event::varchar[]) as event,
    unnest($whole_thread::varchar[]) as whole_thread,
    unnest($piece_thread::varchar[]) as piece_thread,
    unnest($before_review::varchar[]) as before_review,
    unnest($after_review::varchar[]) as after_review;
