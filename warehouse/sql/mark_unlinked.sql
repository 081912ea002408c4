insert into core.unlinked_plans (plan_key)
select $plan_key
where $plan_key not in (
    select plan_key
    from core.unlinked_plans
);
