select *
from documents
where ($outcome is null or outcome = $outcome)
    and (
        ($publisher is null and $plan is null)
        or document_id in (
            select document_id
            from core.reviews
            where ($publisher is null or contains(lower(publisher), lower($publisher)))
                and ($plan is null or contains(lower(plan), lower($plan)) or contains(plan_key, lower($plan)))
        )
    )
