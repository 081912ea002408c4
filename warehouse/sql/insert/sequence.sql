insert into core.sequence by name
select
    unnest($plan_key::varchar[]) as plan_key,
    unnest($review_id::varchar[]) as review_id,
    unnest($place::integer[]) as place;
