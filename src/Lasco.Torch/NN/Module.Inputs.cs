namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Something that can be called with one input.</summary>
        public interface IModule<T, TResult>
        {
            /// <summary>Runs the module's hooks and its forward function.</summary>
            public abstract TResult call(T input1);
        }

        /// <summary>A module with one input.</summary>
        public abstract class Module<T, TResult> : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name) : base(name) { }

            /// <summary>What the module computes. Use <see cref="call"/>, which runs the hooks too.</summary>
            public abstract TResult forward(T input);

            /// <summary>Runs the module's hooks and its forward function.</summary>
            public TResult call(T input)
            {
                RunModulePreHooks();
                foreach (var hook in pre_hooks)
                    if (hook(this, input) is { } modified) input = modified;
                var result = forward(input);
                foreach (var hook in post_hooks)
                    if (hook(this, input, result) is { } modified) result = modified;
                RunModulePostHooks();
                return result;
            }
        }

        /// <summary>Something that can be called with two inputs.</summary>
        public interface IModule<T1, T2, TResult>
        {
            /// <summary>Runs the module's hooks and its forward function.</summary>
            public abstract TResult call(T1 input1, T2 input2);
        }

        /// <summary>A module with two inputs.</summary>
        public abstract class Module<T1, T2, TResult> : HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>, IModule<T1, T2, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name) : base(name) { }

            /// <summary>What the module computes. Use <see cref="call"/>, which runs the hooks too.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Runs the module's hooks and its forward function.</summary>
            public TResult call(T1 input1, T2 input2)
            {
                RunModulePreHooks();
                foreach (var hook in pre_hooks)
                    if (hook(this, input1, input2) is { } modified) (input1, input2) = modified;
                var result = forward(input1, input2);
                foreach (var hook in post_hooks)
                    if (hook(this, input1, input2, result) is { } modified) result = modified;
                RunModulePostHooks();
                return result;
            }
        }

        /// <summary>Something that can be called with three inputs.</summary>
        public interface IModule<T1, T2, T3, TResult>
        {
            /// <summary>Runs the module's hooks and its forward function.</summary>
            public abstract TResult call(T1 input1, T2 input2, T3 input3);
        }

        /// <summary>A module with three inputs.</summary>
        public abstract class Module<T1, T2, T3, TResult> : HookableModule<Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>, Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>, IModule<T1, T2, T3, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name) : base(name) { }

            /// <summary>What the module computes. Use <see cref="call"/>, which runs the hooks too.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>Runs the module's hooks and its forward function.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3)
            {
                RunModulePreHooks();
                foreach (var hook in pre_hooks)
                    if (hook(this, input1, input2, input3) is { } modified) (input1, input2, input3) = modified;
                var result = forward(input1, input2, input3);
                foreach (var hook in post_hooks)
                    if (hook(this, input1, input2, input3, result) is { } modified) result = modified;
                RunModulePostHooks();
                return result;
            }
        }

        /// <summary>Something that can be called with four inputs.</summary>
        public interface IModule<T1, T2, T3, T4, TResult>
        {
            /// <summary>Runs the module's hooks and its forward function.</summary>
            public abstract TResult call(T1 input1, T2 input2, T3 input3, T4 input4);
        }

        /// <summary>A module with four inputs.</summary>
        public abstract class Module<T1, T2, T3, T4, TResult> : HookableModule<Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, (T1, T2, T3, T4)?>, Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, TResult, TResult>>, IModule<T1, T2, T3, T4, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name) : base(name) { }

            /// <summary>What the module computes. Use <see cref="call"/>, which runs the hooks too.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);

            /// <summary>Runs the module's hooks and its forward function.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4)
            {
                RunModulePreHooks();
                foreach (var hook in pre_hooks)
                    if (hook(this, input1, input2, input3, input4) is { } modified) (input1, input2, input3, input4) = modified;
                var result = forward(input1, input2, input3, input4);
                foreach (var hook in post_hooks)
                    if (hook(this, input1, input2, input3, input4, result) is { } modified) result = modified;
                RunModulePostHooks();
                return result;
            }
        }

        /// <summary>Something that can be called with five inputs.</summary>
        public interface IModule<T1, T2, T3, T4, T5, TResult>
        {
            /// <summary>Runs the module's hooks and its forward function.</summary>
            public abstract TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);
        }

        /// <summary>A module with five inputs.</summary>
        public abstract class Module<T1, T2, T3, T4, T5, TResult> : HookableModule<Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, (T1, T2, T3, T4, T5)?>, Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, TResult, TResult>>, IModule<T1, T2, T3, T4, T5, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name) : base(name) { }

            /// <summary>What the module computes. Use <see cref="call"/>, which runs the hooks too.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);

            /// <summary>Runs the module's hooks and its forward function.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5)
            {
                RunModulePreHooks();
                foreach (var hook in pre_hooks)
                    if (hook(this, input1, input2, input3, input4, input5) is { } modified) (input1, input2, input3, input4, input5) = modified;
                var result = forward(input1, input2, input3, input4, input5);
                foreach (var hook in post_hooks)
                    if (hook(this, input1, input2, input3, input4, input5, result) is { } modified) result = modified;
                RunModulePostHooks();
                return result;
            }
        }

        /// <summary>Something that can be called with six inputs.</summary>
        public interface IModule<T1, T2, T3, T4, T5, T6, TResult>
        {
            /// <summary>Runs the module's hooks and its forward function.</summary>
            public abstract TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);
        }

        /// <summary>A module with six inputs.</summary>
        public abstract class Module<T1, T2, T3, T4, T5, T6, TResult> : HookableModule<Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, (T1, T2, T3, T4, T5, T6)?>, Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, TResult, TResult>>, IModule<T1, T2, T3, T4, T5, T6, TResult>
        {
            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name) : base(name) { }

            /// <summary>What the module computes. Use <see cref="call"/>, which runs the hooks too.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);

            /// <summary>Runs the module's hooks and its forward function.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6)
            {
                RunModulePreHooks();
                foreach (var hook in pre_hooks)
                    if (hook(this, input1, input2, input3, input4, input5, input6) is { } modified) (input1, input2, input3, input4, input5, input6) = modified;
                var result = forward(input1, input2, input3, input4, input5, input6);
                foreach (var hook in post_hooks)
                    if (hook(this, input1, input2, input3, input4, input5, input6, result) is { } modified) result = modified;
                RunModulePostHooks();
                return result;
            }
        }
    }
}
