insert into core.threads by name
select
    unnest($plan_key::varchar[]) as plan_key,
    unnest($thread_id::varchar[]) as thread_id,
    unnest($kind::varchar[]) as kind,
    unnest($review_id::varchar[]) as review_id,
    unnest($subject_id::varchar[]) as subject_id,
    unnest($method::varchar[]) as method,
    unnest($score::double[]) as score,
    unnest($margin::double[]) as margin,
    unnest($decided_by::varchar[]) as decided_by;
