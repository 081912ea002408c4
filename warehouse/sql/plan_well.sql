pragma enable_optimizer;
