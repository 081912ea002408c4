delete from core.settled_findings
where origin = 'link'
    and document_id in (
        select document_id
        from core.reviews
        where plan_key = $plan_key
    );
delete from core.findings
where origin = 'link'
    and document_id in (
        select document_id
        from core.reviews
        where plan_key = $plan_key
    );
delete from core.threads where plan_key = $plan_key;
delete from core.branches where plan_key = $plan_key;
delete from core.sequence where plan_key = $plan_key;
delete from core.sections where plan_key = $plan_key;
delete from core.changes where plan_key = $plan_key;
delete from core.unlinked_plans where plan_key = $plan_key;
