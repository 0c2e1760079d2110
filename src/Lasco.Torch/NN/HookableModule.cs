namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that calls functions before and after its forward function.</summary>
        /// <typeparam name="TPreHook">A function of the module and its inputs, which gives other inputs or null.</typeparam>
        /// <typeparam name="TPostHook">A function of the module, its inputs and result, which gives another result or null.</typeparam>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            // Replaced, never changed in place: a hook may remove itself while it runs.
            private protected TPreHook[] pre_hooks = [];
            private protected TPostHook[] post_hooks = [];
            private Action<Module>[] _modulePreHooks = [];
            private Action<Module>[] _modulePostHooks = [];

            /// <inheritdoc cref="Module(string)"/>
            protected HookableModule(string name) : base(name) { }

            /// <summary>Adds a function to be called after the forward function.</summary>
            /// <param name="hook">The function.</param>
            /// <returns>What removes it again.</returns>
            public HookRemover register_forward_hook(TPostHook hook)
            {
                post_hooks = [.. post_hooks, hook];
                return new(() => post_hooks = Without(post_hooks, hook));
            }

            /// <summary>Adds a function to be called before the forward function.</summary>
            /// <param name="hook">The function.</param>
            /// <returns>What removes it again.</returns>
            public HookRemover register_forward_pre_hook(TPreHook hook)
            {
                pre_hooks = [.. pre_hooks, hook];
                return new(() => pre_hooks = Without(pre_hooks, hook));
            }

            /// <inheritdoc cref="register_forward_hook(TPostHook)"/>
            public HookRemover register_forward_hook(Action<Module> hook)
            {
                _modulePostHooks = [.. _modulePostHooks, hook];
                return new(() => _modulePostHooks = Without(_modulePostHooks, hook));
            }

            /// <inheritdoc cref="register_forward_pre_hook(TPreHook)"/>
            public HookRemover register_forward_pre_hook(Action<Module> hook)
            {
                _modulePreHooks = [.. _modulePreHooks, hook];
                return new(() => _modulePreHooks = Without(_modulePreHooks, hook));
            }

            private protected void RunModulePreHooks()
            {
                foreach (var hook in _modulePreHooks) hook(this);
            }

            private protected void RunModulePostHooks()
            {
                foreach (var hook in _modulePostHooks) hook(this);
            }

            private static THook[] Without<THook>(THook[] hooks, THook hook)
            {
                var at = Array.IndexOf(hooks, hook);
                return at < 0 ? hooks : [.. hooks[..at], .. hooks[(at + 1)..]];
            }

            /// <summary>Takes a hook back.</summary>
            public class HookRemover
            {
                private Action? _remove;

                internal HookRemover(Action remove) => _remove = remove;

                /// <summary>Removes the hook; a second call does nothing.</summary>
                public void remove()
                {
                    _remove?.Invoke();
                    _remove = null;
                }
            }
        }
    }
}
